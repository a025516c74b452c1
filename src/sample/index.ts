export { SAMPLE_SEED, sampleShop, type SampleOptions } from "./sampleShop";
