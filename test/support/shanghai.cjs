// The whole suite runs as on a machine in Shanghai.
module.exports = () => {
  process.env.TZ = "Asia/Shanghai";
};
