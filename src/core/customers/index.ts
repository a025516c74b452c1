export { readCustomers, type CustomerBook, type CustomerField } from "./readCustomers";
