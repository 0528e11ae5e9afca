package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;

/**
 * What is wrong with a field.
 *
 * @param field its name
 * @param value what was sent, or null
 * @param code what is wrong
 * @param accepted what would be accepted
 */
record FieldFault(String field, @Nullable String value, ErrorCode code, List<String> accepted) {

    /** The fault at its place, with the value in the sentence. */
    ProblemError at(String pointer) {
        LocalizedText text = value == null
                ? code.title()
                : new LocalizedText(
                        code.title().zh() + "：" + value + "。", code.title().en() + ": " + value + ".");
        return new ProblemError(pointer, value, code.code(), text, accepted);
    }
}
