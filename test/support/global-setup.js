// Jest's own workers load the bindings: they must be there before the first of them starts.
module.exports = async () => {
  require("tsx/cjs");
  require("@cdktf/provider-oci/ensure");
};
