package org.finplan.platform.web.precondition;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.resteasy.reactive.RestResponse;

/** Conditional requests (RFC 9110, 13.1): no write over a version that its writer has not seen. */
public final class Preconditions {

    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("\\s*((?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    private Preconditions() {}

    /**
     * Lets a write pass only when its writer has seen the current version.
     *
     * @param ifMatch the header {@code If-Match}, or null
     * @param currentTag tag of the current version, see {@link EntityTags}
     * @throws ProblemException 428 without the header, 412 when it names another version, 400 when it is malformed
     */
    public static void requireMatch(String ifMatch, String currentTag) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    WebError.PRECONDITION_REQUIRED,
                    new LocalizedText(
                            "修改已有资源须携带 If-Match，其值为最近一次读取所得的 ETag。",
                            "A change to an existing resource needs If-Match with the ETag of the last read."));
        }
        boolean any = ifMatch.trim().equals("*");
        if (!any && !tags("If-Match", ifMatch).contains(currentTag)) {
            LocalizedText text = new LocalizedText(
                    "资源已被修改；请重新读取后再提交。", "The resource has changed since; read it again before you change it.");
            throw new ProblemException(
                    WebError.PRECONDITION_FAILED,
                    text,
                    List.of(new ProblemError(
                            "header:If-Match",
                            ifMatch,
                            WebError.PRECONDITION_FAILED.code(),
                            text,
                            List.of(currentTag))));
        }
    }

    /**
     * Whether the caller already holds the current version.
     *
     * @param ifNoneMatch the header {@code If-None-Match}, or null
     * @param currentTag tag of the current version
     * @return whether 304 is the answer
     * @throws ProblemException 400 when the header is malformed
     */
    public static boolean isUnchanged(String ifNoneMatch, String currentTag) {
        if (ifNoneMatch == null || ifNoneMatch.isBlank()) {
            return false;
        }
        return ifNoneMatch.trim().equals("*")
                || tags("If-None-Match", ifNoneMatch).stream()
                        .map(tag -> tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag)
                        .anyMatch(currentTag::equals);
    }

    /**
     * Answers a read: 304 when the caller already holds the current version, else the representation with its tag.
     *
     * @param ifNoneMatch the header {@code If-None-Match}, or null
     * @param currentTag tag of the current version
     * @param representation what to send
     * @param <T> the representation
     * @return the answer
     */
    public static <T> RestResponse<T> answer(String ifNoneMatch, String currentTag, T representation) {
        if (isUnchanged(ifNoneMatch, currentTag)) {
            return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, currentTag)
                    .build();
        }
        return changed(currentTag, representation);
    }

    /**
     * Answers a write: the representation as it is since, with its tag, so that the caller can go on without reading it again.
     *
     * @param currentTag tag of the version that was written
     * @param representation what to send
     * @param <T> the representation
     * @return the answer, 200
     */
    public static <T> RestResponse<T> changed(String currentTag, T representation) {
        return RestResponse.ResponseBuilder.ok(representation)
                .header(HttpHeaders.ETAG, currentTag)
                .build();
    }

    private static Set<String> tags(String header, String value) {
        Set<String> tags = new HashSet<>();
        Matcher matcher = TAG.matcher(value);
        while (matcher.regionStart() < value.length()) {
            if (!matcher.lookingAt()) {
                throw malformed(header, value);
            }
            tags.add(matcher.group(1));
            matcher.region(matcher.end(), value.length());
        }
        return tags;
    }

    private static ProblemException malformed(String header, String value) {
        LocalizedText text =
                new LocalizedText(header + " 须为带引号的实体标签，或 *。", header + " must be a list of quoted entity tags, or *.");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError(
                        "header:" + header, value, WebError.INVALID_PARAMETER.code(), text, List.of("\"1\"", "*"))));
    }
}
