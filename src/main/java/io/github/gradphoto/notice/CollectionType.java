package io.github.gradphoto.notice;

/** 采集类型: where the prints go. */
public enum CollectionType {
    /** 散拍: to the student's address, or to a counter for pickup. */
    INDIVIDUAL,
    /** 集中采集: to the school, handed out in class. */
    CENTRAL
}
