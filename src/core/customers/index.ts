export { readCustomers, type CustomerBook, type CustomerField, type CustomerKeyField } from "./readCustomers";
export { recordDay } from "./recordDay";
