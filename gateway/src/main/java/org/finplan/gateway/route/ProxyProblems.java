package org.finplan.gateway.route;

import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Says why a request did not get its answer. */
final class ProxyProblems {

    private static final String RETRY_SECONDS = "2";

    private ProxyProblems() {}

    /** No instance of the service is well. */
    static ProblemException unavailable(Route route) {
        String service = route.service().name();
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "服务 " + service + " 暂不可用，请稍后重试；写操作请使用相同的 Idempotency-Key。",
                        "Service " + service + " cannot be reached; try again, writes with the same Idempotency-Key.")
                .withHeader("Retry-After", RETRY_SECONDS);
    }

    /** All places at the service are taken, and those that wait are too many or waited too long. */
    static ProblemException busy(Route route) {
        String service = route.service().name();
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "服务 " + service + " 繁忙，该请求没有送达，请稍后重试。",
                        "Service " + service + " is busy; it did not get this request, try again later.")
                .withHeader("Retry-After", RETRY_SECONDS);
    }

    /** The connection broke after the request, or some of it, was sent. */
    static ProblemException broken(Route route) {
        String service = route.service().name();
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "与服务 " + service + " 的连接中断。写操作可能已经生效：请以相同的 Idempotency-Key 重试。",
                        "The connection to service " + service
                                + " broke. A write may have taken effect: repeat it with the same Idempotency-Key.")
                .withHeader("Retry-After", RETRY_SECONDS);
    }

    /** The service was silent for too long. */
    static ProblemException silent(Route route) {
        String service = route.service().name();
        long seconds = route.timeout().toSeconds();
        return ProblemException.of(
                WebError.GATEWAY_TIMEOUT,
                "服务 " + service + " 在 " + seconds + " 秒内没有响应。写操作可能已经生效：请以相同的 Idempotency-Key 重试。",
                "Service " + service + " did not answer within " + seconds
                        + " seconds. A write may have taken effect: repeat it with the same Idempotency-Key.");
    }

    /** The caller was silent for too long. */
    static ProblemException unsent(Route route) {
        long seconds = route.timeout().toSeconds();
        return ProblemException.of(
                GatewayError.REQUEST_TIMEOUT,
                "请求体超过 " + seconds + " 秒没有新的数据。",
                "No part of the body came for " + seconds + " seconds.");
    }

    /** The caller sent a little now and then. */
    static ProblemException tooSlow(Route route) {
        return ProblemException.of(
                        GatewayError.REQUEST_TIMEOUT,
                        "请求体平均每秒须至少发送 " + route.bodyRate() + " 字节。",
                        "A body must come at " + route.bodyRate() + " bytes per second at least.")
                .withHeader("Connection", "close");
    }

    static ProblemException tooLarge(Route route) {
        return ProblemException.of(
                        WebError.BODY_TOO_LARGE,
                        "请求体最大 " + route.bodyLimit() + " 字节。",
                        "A body has at most " + route.bodyLimit() + " bytes here.")
                .withHeader("Connection", "close");
    }
}
