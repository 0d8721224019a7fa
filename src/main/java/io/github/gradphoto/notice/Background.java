package io.github.gradphoto.notice;

/** Background colours that a notice may accept; the colours are those of the ministry's specification 教毕指〔2017〕99号. */
public enum Background {
    WHITE,
    /** RGB(100,197,255) */
    LIGHT_BLUE,
    /** RGB(240,240,240) */
    GREY
}
