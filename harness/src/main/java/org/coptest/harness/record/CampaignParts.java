package org.coptest.harness.record;

/** What a campaign is made of once its folder is open. */
record CampaignParts(
    CampaignLock lock,
    EventLog log,
    EventIndex index,
    RecordedCampaign past,
    ObservationStore observations,
    EvidenceStore evidence) {}
