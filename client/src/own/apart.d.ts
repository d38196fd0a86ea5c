// A copy of the module for those who ask for it so: what only they use of it is then not in the first load.
declare module "@noble/hashes/sha2.js?apart" {
  export { sha384 } from "@noble/hashes/sha2.js";
}
