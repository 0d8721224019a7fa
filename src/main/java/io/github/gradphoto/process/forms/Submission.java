package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The texts that a form sent, read strictly. Nothing of them stays in the engine. */
class Submission {

    /** Longest remark that our tables keep. */
    private static final int LONGEST_NOTE = 500;

    private final DelegateTask task;

    Submission(DelegateTask task) {
        this.task = task;
    }

    /** A gateway's fact is found out by a use case; a transient variable of its name would be believed instead. */
    void refuseForgedFacts() {
        boolean forged = task.getVariableNames().stream()
                .filter(ProcessVariable::isReserved)
                .anyMatch(name -> task.getVariableTyped(name).isTransient());
        if (forged) {
            throw Refusal.invalid("transientOnly");
        }
    }

    String number() {
        return ProcessVariable.APPLICATION_NUMBER.get(task);
    }

    /**
     * Who completes the task: the person who is signed in, and nobody in the place of another who claimed it. A task that
     * nobody claimed becomes theirs.
     */
    String actor() {
        var assignee = task.getAssignee();
        var caller = Optional.ofNullable(
                        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElse(assignee);
        if (caller == null) {
            throw new IllegalStateException("A staff task is completed by nobody: " + task.getId());
        }
        if (assignee != null && !assignee.equals(caller)) {
            throw Refusal.conflict("taskOfAnother");
        }
        if (assignee == null) {
            task.setAssignee(caller);
        }
        return caller;
    }

    <E extends Enum<E>> E decision(Class<E> type) {
        return choice("decision", type, "decisionNeeded");
    }

    /** @throws Refusal of this key where nothing, or nothing known, was chosen */
    <E extends Enum<E>> E choice(String field, Class<E> type, String refusal) {
        return find(type, text(field), refusal);
    }

    /** Several values, joined by commas. */
    <E extends Enum<E>> List<E> choices(String field, Class<E> type, String refusal) {
        return Stream.of(text(field).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .map(value -> find(type, value, refusal))
                .toList();
    }

    private static <E extends Enum<E>> E find(Class<E> type, String name, String refusal) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(refusal));
    }

    /** The remark, or null. */
    String note() {
        var note = text("note");
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("textTooLong", LONGEST_NOTE);
        }
        return note.isEmpty() ? null : note;
    }

    /** The remark, where somebody will read it and needs it. */
    String noteIf(boolean needed) {
        var note = note();
        if (needed && note == null) {
            throw Refusal.invalid("noteNeeded");
        }
        return note;
    }

    /** The day, or null where none was entered. */
    LocalDate day(String field, String refusal) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(refusal);
        }
    }

    /** The key of one of our rows, or null where none was sent. */
    Long id(String field) {
        try {
            return text(field).isEmpty() ? null : Long.valueOf(text(field));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("transientOnly");
        }
    }

    boolean isTicked(String field) {
        return "true".equals(text(field));
    }

    /** The text without spaces around it, empty where the form sent none. */
    String text(String field) {
        var value = task.getVariable(field);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text.strip();
        }
        throw Refusal.invalid("transientOnly");
    }

    /** What the process knows already; null where it does not. */
    <T> T fact(ProcessVariable<T> fact) {
        return fact.get(task.getExecution());
    }

    <T> void set(ProcessVariable<T> fact, T value) {
        fact.set(task.getExecution(), value);
    }
}
