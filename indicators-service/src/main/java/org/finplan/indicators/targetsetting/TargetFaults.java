package org.finplan.indicators.targetsetting;

import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Everything that is wrong with one or several targets of a request, each fault with its place. */
public final class TargetFaults {

    private final List<ProblemError> errors = new ArrayList<>();
    private String prefix = "";

    /**
     * Says where in the request the next faults lie.
     *
     * @param pointer JSON pointer of the target, empty when it is the whole body
     */
    public void inside(String pointer) {
        prefix = pointer;
    }

    /** {@return whether nothing was found so far} */
    boolean none() {
        return errors.isEmpty();
    }

    /**
     * Adds a field that is needed and not there.
     *
     * @param field JSON pointer below the target, empty for the target itself
     */
    public void missing(String field) {
        add(field, null, TargetError.FIELD_MISSING, List.of());
    }

    /**
     * Adds a fault.
     *
     * @param field JSON pointer below the target, empty for the target itself
     * @param value what was sent, or null
     * @param code what is wrong with it
     * @param accepted what would have been right
     */
    public void add(String field, Object value, ErrorCode code, List<String> accepted) {
        errors.add(new ProblemError(
                field.isEmpty() ? prefix : prefix + "/" + field,
                value == null ? null : value.toString(),
                code.code(),
                code.title(),
                accepted));
    }

    /**
     * Ends the request when something was found.
     *
     * @throws ProblemException 422 with all faults; its code is theirs when they share one
     */
    public void rejectAny() {
        if (none()) {
            return;
        }
        throw new ProblemException(
                ErrorCode.sharedBy(errors, TargetError.values()).orElse(TargetError.TARGET_REJECTED),
                new LocalizedText(
                        "目标有 " + errors.size() + " 处错误，未保存。",
                        "The target has " + errors.size() + " fault(s); nothing was stored."),
                errors);
    }
}
