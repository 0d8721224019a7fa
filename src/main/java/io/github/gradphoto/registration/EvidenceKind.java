package io.github.gradphoto.registration;

/** What the registry accepts as evidence that the photo shows the student. */
public enum EvidenceKind {
    /** 身份证 */
    ID_CARD,
    /** 户口簿 */
    HOUSEHOLD_BOOK,
    /** 以前的证件照 */
    OLD_PHOTO,
    /** 医院证明 */
    MEDICAL_PROOF,
    /** 本人承诺书 */
    PLEDGE
}
