{
  "name": "coptest ${tool}",
  "type": "coptest",
  "buildName": "campaign ${campaign}",
  "reportName": "coptest ${campaign}"
}
