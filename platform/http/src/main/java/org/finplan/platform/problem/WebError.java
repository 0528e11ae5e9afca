package org.finplan.platform.problem;

import java.util.Arrays;
import java.util.Optional;

/** The problems that any operation can meet, whatever it is about. */
public enum WebError implements ErrorCode {
    /** The request breaks HTTP or the API in a way no other code names. */
    MALFORMED_REQUEST("malformed-request", 400, "请求格式有误", "Malformed request"),
    /** The body is no JSON, or breaks the bounds on JSON. */
    MALFORMED_JSON("malformed-json", 400, "请求正文不是合法的 JSON", "Malformed JSON"),
    /** The body is JSON, but places in it have a wrong form. */
    INVALID_BODY("invalid-body", 400, "请求正文内容有误", "Invalid request body"),
    /** A query, path or header parameter has a wrong form. */
    INVALID_PARAMETER("invalid-parameter", 400, "参数有误", "Invalid parameter"),
    /** The operation does not know a query parameter. */
    UNKNOWN_PARAMETER("unknown-parameter", 400, "未知参数", "Unknown parameter"),
    /** A query parameter that has one value, or a header that may stand once, was sent more than once. */
    REPEATED_PARAMETER("repeated-parameter", 400, "参数重复", "Repeated parameter"),
    /** The cursor was not made by this query. */
    INVALID_CURSOR("invalid-cursor", 400, "游标无效", "Invalid cursor"),
    /** No credentials, or credentials that are wrong or out of date. */
    UNAUTHENTICATED("unauthenticated", 401, "未通过身份认证", "Not authenticated"),
    /** The caller's roles do not allow the operation. */
    FORBIDDEN("forbidden", 403, "无权执行该操作", "Not allowed"),
    /** The caller may not write to the region. */
    REGION_NOT_IN_SCOPE("region-not-in-scope", 403, "地区不在授权范围内", "Region not in scope"),
    /** Nothing there that the caller may see. */
    NOT_FOUND("not-found", 404, "资源不存在", "Not found"),
    /** The resource does not have this method. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持该请求方法", "Method not allowed"),
    /** None of the media types that the caller accepts is offered. */
    NOT_ACCEPTABLE("not-acceptable", 406, "无法提供所要求的媒体类型", "Not acceptable"),
    /** The first request with this idempotency key is still running. */
    IDEMPOTENCY_KEY_IN_USE("idempotency-key-in-use", 409, "该幂等键的请求仍在处理", "Idempotency key in use"),
    /** {@code If-Match} names another version than the current one. */
    PRECONDITION_FAILED("precondition-failed", 412, "前提条件不成立", "Precondition failed"),
    /** The body is longer than the service reads. */
    BODY_TOO_LARGE("body-too-large", 413, "请求正文过大", "Body too large"),
    /** The address is longer than the service reads. */
    URI_TOO_LONG("uri-too-long", 414, "请求地址过长", "URI too long"),
    /** The body has a media type that the operation does not read. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "不支持该媒体类型", "Unsupported media type"),
    /** The idempotency key was used before with another request. */
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "幂等键已用于另一请求", "Idempotency key reused"),
    /** A write to an existing resource came without {@code If-Match}. */
    PRECONDITION_REQUIRED("precondition-required", 428, "缺少前提条件", "Precondition required"),
    /** The caller sends more than its limit. */
    TOO_MANY_REQUESTS("too-many-requests", 429, "请求过于频繁", "Too many requests"),
    /** The headers are longer than the service reads. */
    HEADERS_TOO_LARGE("headers-too-large", 431, "请求头过大", "Headers too large"),
    /** A fault of the service; its log knows more under the trace id. */
    INTERNAL_ERROR("internal-error", 500, "服务内部错误", "Internal error"),
    /** A service behind the gateway gave no usable answer. */
    BAD_GATEWAY("bad-gateway", 502, "上游服务应答异常", "Bad gateway"),
    /** The service, or what it needs, is unavailable for now. */
    SERVICE_UNAVAILABLE("service-unavailable", 503, "服务暂不可用", "Service unavailable"),
    /** The disk has too little room for writes; reads go on. */
    STORAGE_FULL("storage-full", 503, "存储空间不足", "Storage is full"),
    /** A service behind the gateway did not answer in time. */
    GATEWAY_TIMEOUT("gateway-timeout", 504, "上游服务超时", "Gateway timeout");

    private final ErrorDefinition definition;

    WebError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    /**
     * The general problem of a status.
     *
     * @param status an HTTP status
     * @return the first problem with that status; empty when none has it
     */
    public static Optional<WebError> ofStatus(int status) {
        return Arrays.stream(values()).filter(error -> error.status() == status).findFirst();
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
