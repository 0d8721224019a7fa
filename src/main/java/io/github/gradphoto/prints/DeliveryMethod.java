package io.github.gradphoto.prints;

/** How the prints reach the student. */
public enum DeliveryMethod {
    POST,
    /** fetched at the counter that the notice names */
    PICKUP,
    /** 集中: handed out in class */
    CLASS
}
