package io.github.gradphoto.retention;

import java.util.HashMap;
import java.util.Map;

/** Whose rows: one case of one student, or the student alone. */
record Subject(Long application, String number, long student, String studentNumber) {

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("application", application);
        parameters.put("number", number);
        parameters.put("student", student);
        parameters.put("studentNumber", studentNumber);
        return parameters;
    }
}
