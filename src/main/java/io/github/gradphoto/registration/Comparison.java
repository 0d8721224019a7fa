package io.github.gradphoto.registration;

/** 人像比对 as the registry's student list reports it in its column {@code bz}: 通过, 未通过, 不确定, 异常. */
public enum Comparison {
    PASSED,
    FAILED,
    UNSURE,
    ABNORMAL
}
