package org.finplan.gateway.key;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What is refused of API keys alone. */
enum KeyError implements ErrorCode {
    /** The key was revoked or has expired. */
    NOT_ACTIVE(Code.NOT_ACTIVE, 409, "API 密钥已失效", "API key not active"),
    /** So many earlier secrets still work that no more is kept. */
    TOO_MANY_SECRETS(Code.TOO_MANY_SECRETS, 409, "仍然有效的旧密钥过多", "Too many earlier secrets still work");

    private final ErrorDefinition definition;

    KeyError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String NOT_ACTIVE = "api-key-not-active";
        static final String TOO_MANY_SECRETS = "api-key-too-many-secrets";

        private Code() {}
    }
}
