package org.finplan.platform.web.failure;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** The problem of a body of which bean validation found parts wrong while it was read: as that of one that was read as a whole. */
public final class InvalidBody {

    private InvalidBody() {}

    /**
     * Parts of the body are wrong.
     *
     * @param pointer place of the bean that was validated, such as {@code /edges/17}; empty for the body itself
     * @param violations what is wrong in it
     * @return the problem, to be thrown
     */
    public static ProblemException of(String pointer, Collection<? extends ConstraintViolation<?>> violations) {
        return of(ViolationFaults.places(pointer, violations));
    }

    /**
     * A part of the body is required and not there.
     *
     * @param pointer its place
     * @return the problem, to be thrown
     */
    public static ProblemException missing(String pointer) {
        return of(List.of(ViolationFaults.missing(pointer)));
    }

    private static ProblemException of(List<ProblemError> errors) {
        return new ProblemException(WebError.INVALID_BODY, ViolationFaults.detail(errors), errors);
    }
}
