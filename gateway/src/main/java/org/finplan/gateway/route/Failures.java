package org.finplan.gateway.route;

import org.finplan.gateway.problem.GatewayError;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.problem.WebError;

/** Says why a request did not get its answer. */
final class Failures {

    private static final String RETRY_SECONDS = "2";

    private Failures() {}

    static Refusal explain(Route route, CountedStream body, boolean stalled) {
        if (body.exceeded()) {
            return tooLarge(route);
        }
        if (stalled && body.waitingForSource()) {
            return Refusal.of(
                    GatewayError.REQUEST_TIMEOUT,
                    "请求体超过 " + route.timeout().toSeconds() + " 秒没有新的数据。",
                    "No part of the body came for " + route.timeout().toSeconds() + " seconds.");
        }
        String service = route.service().name();
        if (stalled) {
            return Refusal.of(
                    WebError.GATEWAY_TIMEOUT,
                    "服务 " + service + " 在 " + route.timeout().toSeconds()
                            + " 秒内没有响应。写操作可能已经生效：请以相同的 Idempotency-Key 重试。",
                    "Service " + service + " did not answer within "
                            + route.timeout().toSeconds()
                            + " seconds. A write may have taken effect: repeat it with the same Idempotency-Key.");
        }
        return Refusal.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "服务 " + service + " 暂不可用，请稍后重试；写操作请使用相同的 Idempotency-Key。",
                        "Service " + service + " cannot be reached; try again, writes with the same Idempotency-Key.")
                .header("Retry-After", RETRY_SECONDS);
    }

    static Refusal tooLarge(Route route) {
        return Refusal.of(
                        WebError.BODY_TOO_LARGE,
                        "请求体最大 " + route.bodyLimit() + " 字节。",
                        "A body has at most " + route.bodyLimit() + " bytes here.")
                .header("Connection", "close");
    }
}
