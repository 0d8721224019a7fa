package io.github.gradphoto.evidence;

/** What a piece of evidence may be used for, and so who may look at it. */
public enum EvidencePurpose {
    /** 学籍证明 for a doubtful eligibility. */
    ELIGIBILITY,
    /** A document that shows the right value of a disputed detail; the item names the field. */
    DISPUTE,
    /** The slip of a bank transfer. */
    TRANSFER,
    /** For the registry's re-verification; the item names the kind of document. */
    REVERIFICATION,
    /** 委托书: the signed letter that lets somebody else collect the certificate. */
    PROXY_LETTER
}
