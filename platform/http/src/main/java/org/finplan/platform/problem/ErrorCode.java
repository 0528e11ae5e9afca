package org.finplan.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;

/**
 * One kind of problem that a caller can meet. Each concept declares its own as an enum; the code is part of the API and
 * never changes its meaning. An enum whose codes annotations name has them as constants in a nested class {@code Code},
 * so that each is written once.
 */
public interface ErrorCode {

    /** {@return what callers learn of it} */
    ErrorDefinition definition();

    /** {@return the stable code in kebab-case, also the tail of {@code urn:finplan:problem:<code>}} */
    default String code() {
        return definition().code();
    }

    /** {@return the HTTP status, 400 to 599} */
    default int status() {
        return definition().status();
    }

    /** {@return what went wrong, in few words without particulars} */
    default LocalizedText title() {
        return definition().title();
    }

    /**
     * The kind that all wrong places of a request have in common.
     *
     * @param errors the places
     * @param kinds the kinds it is looked for among
     * @return the kind; empty when the places have several, or one that is not among them
     */
    static Optional<ErrorCode> sharedBy(List<ProblemError> errors, ErrorCode... kinds) {
        List<String> codes = errors.stream().map(ProblemError::code).distinct().toList();
        return Stream.of(kinds)
                .filter(kind -> codes.size() == 1 && kind.code().equals(codes.get(0)))
                .findFirst();
    }
}
