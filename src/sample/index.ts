export { SAMPLE_SEED, sampleShop } from "./sampleShop";
