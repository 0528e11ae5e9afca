package org.finplan.gateway.identity;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Why credentials do not hold. Each is 401 {@code unauthenticated}; the fault stands in its list of errors. */
enum TokenFault {
    MISSING(
            "missing-credentials",
            "请在 Authorization 请求头中以 Bearer 方式提供访问令牌，或在 X-API-Key 请求头中提供 API 密钥。",
            "Send an access token as Authorization: Bearer, or an API key as X-API-Key."),
    SCHEME(
            "unsupported-scheme",
            "Authorization 请求头只能出现一次，且须为 Bearer 方式。",
            "Authorization must be given once, as Bearer."),
    MALFORMED("token-malformed", "令牌不是可读取的签名 JWT。", "The token is no signed JWT that can be read."),
    ALGORITHM("token-algorithm", "令牌未签名，或其签名算法不被接受。", "The token is unsigned, or its algorithm is not accepted."),
    SIGNATURE("token-signature", "令牌签名与签发方的密钥不符。", "The signature does not match a key of the issuer."),
    EXPIRED("token-expired", "令牌已过期，请换取新的令牌。", "The token has expired; get a new one from the issuer."),
    NOT_YET_VALID("token-not-yet-valid", "令牌的生效时间未到。", "The token begins later."),
    ISSUER("token-issuer", "令牌的签发者不受信任。", "The token's issuer is not trusted."),
    AUDIENCE("token-audience", "令牌不是签发给本系统的。", "The token was not issued for this system."),
    ISSUED_LATER(
            "token-issued-in-future",
            "令牌的签发时间（iat）晚于当前时间，请核对签发方的时钟。",
            "The token was issued later than now (iat); the clock of its issuer is wrong."),
    CLAIMS(
            "token-claims",
            "令牌缺少可用的主体或到期时间，或某项声明的类型有误。",
            "The token has no usable subject or no expiry, or a claim of a wrong type.");

    private final String code;
    private final LocalizedText message;

    TokenFault(String code, String zh, String en) {
        this.code = code;
        this.message = new LocalizedText(zh, en);
    }

    /** {@return the problem with the challenge of RFC 6750} */
    ProblemException problem() {
        String error = this == MISSING ? "" : ", error=\"invalid_token\", error_description=\"" + code + "\"";
        return ProblemException.of(WebError.UNAUTHENTICATED, message.zh(), message.en())
                .withError(new ProblemError("header:Authorization", null, code, message, List.of()))
                .withHeader("WWW-Authenticate", "Bearer realm=\"finplan\"" + error);
    }
}
