// For those who prefer Allure 3 (needs Node 22 or newer). Run in a campaign folder:
//   npx allure generate --config <this file> "allure-results/*"
// Its pages are made after our quoting; coptest does not check them, and they may load things from
// elsewhere. Above some thousand results the tree opens slowly.
export default {
  name: "coptest",
  output: "./allure3-report",
  plugins: {
    awesome: {
      options: {
        reportName: "Code of Practice",
        groupBy: ["parentSuite", "epic", "feature"],
        singleFile: false,
      },
    },
  },
  categories: [
    { name: "FAIL", matchedStatuses: ["failed"] },
    { name: "INCONCLUSIVE", matchedStatuses: ["broken"], messageRegex: "^INCONCLUSIVE " },
    { name: "ERROR", matchedStatuses: ["broken"], messageRegex: "^ERROR " },
    { name: "PENDING", matchedStatuses: ["skipped"], messageRegex: "^PENDING " },
    { name: "NOT TESTED", matchedStatuses: ["skipped"], messageRegex: "^NOT TESTED " },
    { name: "NOT APPLICABLE", matchedStatuses: ["skipped"], messageRegex: "^NOT APPLICABLE " },
  ],
};
