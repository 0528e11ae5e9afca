package org.finplan.tasks.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a leaf is, as T04 names it. */
public enum TaskStatus {
    /** Nothing was done yet; also the state before any report. */
    NOT_STARTED("not_started"),
    /** Under way, in all or in some of its regions. */
    IN_PROGRESS("in_progress"),
    /** Finished in every region that it concerns. */
    DONE("done"),
    /** Given up, with nothing under way. */
    STOPPED("stopped");

    private final String code;

    TaskStatus(String code) {
        this.code = code;
    }

    /** {@return the code on the wire and in the database} */
    @JsonValue
    public String code() {
        return code;
    }

    /** {@return all codes in order} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(TaskStatus::code).toList();
    }

    /**
     * Finds a status by its code.
     *
     * @param code a code
     * @return the status, empty for any other text
     */
    public static Optional<TaskStatus> find(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    /**
     * Reads a stored status.
     *
     * @param code a code
     * @return the status
     * @throws IllegalArgumentException for any other text
     */
    public static TaskStatus of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No status of a task: " + code));
    }
}
