package io.github.gradphoto.identity;

import java.io.Serializable;
import java.security.Principal;

/** A signed-in student. Only ids: the session holds no personal data. */
public record StudentUser(long studentId, String studentNumber) implements Principal, Serializable {

    @Override
    public String getName() {
        return studentNumber;
    }
}
