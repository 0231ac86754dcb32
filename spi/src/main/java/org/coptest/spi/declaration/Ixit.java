package org.coptest.spi.declaration;

import java.util.Optional;

/**
 * What the maker tells a lab so that it can test (TS 103 701, IXIT), typed. A present table is
 * exhaustive; an absent one is not declared.
 */
public record Ixit(
    @Key(doc = "1-AuthMech") Table<AuthMech> authMech,
    @Key(doc = "2-UserInfo") Optional<UserInfo> userInfo,
    @Key(doc = "3-VulnTypes") Table<VulnType> vulnTypes,
    @Key(doc = "4-Conf") Optional<Conf> conf,
    @Key(doc = "5-VulnMon") Table<VulnMon> vulnMon,
    @Key(doc = "6-SoftComp") Table<SoftComp> softComp,
    @Key(doc = "7-UpdMech") Table<UpdMech> updMech,
    @Key(doc = "8-UpdProc") Table<UpdProc> updProc,
    @Key(doc = "9-ReplSup") Optional<ReplSup> replSup,
    @Key(doc = "10-SecParam") Table<SecParam> secParam,
    @Key(doc = "11-ComMech") Table<ComMech> comMech,
    @Key(doc = "12-NetSecImpl") Table<NetSecImpl> netSecImpl,
    @Key(doc = "13-SoftServ") Table<SoftServ> softServ,
    @Key(doc = "14-SecMgmt") Table<SecMgmt> secMgmt,
    @Key(doc = "15-PhyIntf") Table<PhysIntf> physIntf,
    @Key(doc = "16-CodeMin") Table<CodeMin> codeMin,
    @Key(doc = "17-PrivlCtrl") Table<PrivlCtrl> privlCtrl,
    @Key(doc = "18-AccCtrl") Table<AccCtrl> accCtrl,
    @Key(doc = "19-SecDev") Table<SecDev> secDev,
    @Key(doc = "20-SecBoot") Table<SecBoot> secBoot,
    @Key(doc = "21-PersData") Table<PersData> persData,
    @Key(doc = "22-ExtSens") Table<ExtSens> extSens,
    @Key(doc = "23-ResMech") Table<ResMech> resMech,
    @Key(doc = "24-TelData") Table<TelData> telData,
    @Key(doc = "25-DelFunc") Table<DelFunc> delFunc,
    @Key(doc = "26-UserDec") Table<UserDec> userDec,
    @Key(doc = "27-UserIntf") Table<UserIntf> userIntf,
    @Key(doc = "28-LogIntf") Table<LogIntf> logIntf,
    @Key(doc = "28-ExtAPI of V1.1.1, where it differs from logIntf") Table<ExtApi> extApi,
    @Key(doc = "29-InpVal") Table<InpVal> inpVal) {}
