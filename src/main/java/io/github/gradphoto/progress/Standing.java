package io.github.gradphoto.progress;

/** How far the photo of somebody whom a notice addresses got. Each is in exactly one; 应采 is all but the first. */
public enum Standing {
    /** 不需采集: not whom the notice means, or the registry has a photo already */
    NOT_DUE,
    /** 未采: no photo was handed in */
    MISSING,
    /** 退回: the last photo was sent back and no other has come */
    SENT_BACK,
    /** 待审: handed in, nobody has decided */
    IN_REVIEW,
    /** 通过: a reviewer approved it */
    APPROVED;

    /** 应采 */
    public boolean isDue() {
        return this != NOT_DUE;
    }

    /** 已采: handed in and not sent back */
    public boolean isCollected() {
        return this == IN_REVIEW || this == APPROVED;
    }
}
