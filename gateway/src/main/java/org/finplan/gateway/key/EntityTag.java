package org.finplan.gateway.key;

import java.util.Arrays;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Conditional requests on keys (RFC 9110, 13.1), as the services answer them. */
final class EntityTag {

    private EntityTag() {}

    /**
     * Lets a change pass only when its caller has seen the present version.
     *
     * @param ifMatch the header, or null
     * @param current tag of the present version
     * @throws ProblemException 428 without the header, 412 when it names another version
     */
    static void require(String ifMatch, String current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    WebError.PRECONDITION_REQUIRED,
                    "修改已有资源须携带 If-Match，其值为最近一次读取所得的 ETag。",
                    "A change to an existing resource needs If-Match with the ETag of the last read.");
        }
        if (!names(ifMatch, current)) {
            LocalizedText text = new LocalizedText(
                    "资源已被修改；请重新读取后再提交。", "The resource has changed since; read it again before you change it.");
            throw ProblemException.of(WebError.PRECONDITION_FAILED, text.zh(), text.en())
                    .withError(new ProblemError(
                            "header:If-Match", ifMatch, WebError.PRECONDITION_FAILED.code(), text, List.of(current)));
        }
    }

    /** Whether a list of tags names one, or any. */
    static boolean names(String header, String tag) {
        return header.trim().equals("*")
                || Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tag::equals);
    }
}
