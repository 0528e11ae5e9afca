package org.finplan.platform.web.failure;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.channels.ClosedChannelException;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Tells what kind of problem an exception is. Whatever is not known to be the caller's is the server's fault. */
final class Failures {

    private static final String RETRY_SECONDS = "5";
    private static final String STORAGE_RETRY_SECONDS = "30";
    private static final int LOWEST_ERROR = 400;

    private Failures() {}

    static Failure of(Throwable thrown) {
        ProblemException problem = Causes.find(thrown, ProblemException.class);
        if (problem != null) {
            return ofProblem(problem);
        }
        if (thrown instanceof ResteasyReactiveViolationException violations) {
            return ViolationFaults.of(violations);
        }
        if (thrown instanceof AuthenticationException || thrown instanceof UnauthorizedException) {
            return unauthenticated();
        }
        if (thrown instanceof ForbiddenException) {
            return ofStatus(403);
        }
        if (thrown instanceof WebApplicationException e && e.getResponse().getStatus() >= LOWEST_ERROR) {
            return ofWebException(e);
        }
        if (Causes.find(thrown, ClosedChannelException.class) != null) {
            // The caller went away in the middle of its body; nobody reads the answer.
            return ofStatus(400);
        }
        return DatabaseFault.of(thrown)
                .filter(DatabaseFault::passes)
                .map(fault -> (fault == DatabaseFault.FULL ? storageFull() : unavailable()).causedBy(thrown))
                .orElseGet(() -> internal(thrown));
    }

    private static Failure ofProblem(ProblemException problem) {
        if (problem.code() == WebError.BODY_TOO_LARGE) {
            return tooLarge();
        }
        return problem.code() == WebError.STORAGE_FULL ? storageFull() : Failure.of(problem);
    }

    /** The general problem of a status that a framework chose. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> Failure.of(WebError.FORBIDDEN, "您的角色不允许执行该操作。", "Your roles do not allow this operation.");
            case 404 ->
                Failure.of(WebError.NOT_FOUND, "该地址下没有您可以查看的资源。", "There is nothing at this address that you may see.");
            case 405 ->
                Failure.of(WebError.METHOD_NOT_ALLOWED, "该资源不支持此请求方法。", "The resource does not have this method.");
            case 406 ->
                Failure.of(
                        WebError.NOT_ACCEPTABLE,
                        "服务无法按 Accept 所列的任何媒体类型作答。",
                        "The service offers none of the media types in Accept.");
            case 413 -> tooLarge();
            case 414 -> Failure.of(WebError.URI_TOO_LONG, "请求地址过长。", "The address is too long.");
            case 415 ->
                Failure.of(
                        WebError.UNSUPPORTED_MEDIA_TYPE,
                        "该操作不接受此 Content-Type。",
                        "The operation does not read this Content-Type.");
            case 431 -> Failure.of(WebError.HEADERS_TOO_LARGE, "请求头过大。", "The headers are too large.");
            case 503 -> unavailable();
            default ->
                status >= 500
                        ? internal(null)
                        : Failure.of(WebError.MALFORMED_REQUEST, "无法理解该请求。", "The request cannot be understood.");
        };
    }

    static Failure tooLarge() {
        return Failure.of(WebError.BODY_TOO_LARGE, "请求正文超过服务可读取的长度。", "The body is longer than the service reads.")
                .withHeader("Connection", "close");
    }

    private static Failure ofWebException(WebApplicationException e) {
        Failure failure = ofStatus(e.getResponse().getStatus());
        return failure.code().status() >= 500 ? failure.causedBy(e) : failure;
    }

    private static Failure unauthenticated() {
        return Failure.of(
                        WebError.UNAUTHENTICATED, "凭证缺失、有误或已过期。", "The credentials are missing, wrong or out of date.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Failure unavailable() {
        return Failure.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "服务暂不可用，请稍后重试。",
                        "The service is unavailable for now; try again soon.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    private static Failure storageFull() {
        return Failure.of(
                        WebError.STORAGE_FULL,
                        "存储空间不足，暂不接受写入；读取不受影响。腾出空间后将自动恢复。",
                        "There is too little room on the disk for writes; reads go on. Writes work again as soon as there is room.")
                .withHeader(HttpHeaders.RETRY_AFTER, STORAGE_RETRY_SECONDS);
    }

    private static Failure internal(Throwable thrown) {
        return Failure.of(
                        WebError.INTERNAL_ERROR,
                        "服务出现内部错误，请凭 traceId 联系管理员。",
                        "The service failed; report the traceId to its operators.")
                .causedBy(thrown);
    }
}
