package org.finplan.gateway.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How a caller showed who it is, and how far that reaches. */
public sealed interface Credential {

    /**
     * Whether the credential reaches an operation.
     *
     * @param scope that the operation needs, such as {@code tasks:read}
     * @return whether it does; roles are a matter of their own
     */
    boolean reaches(String scope);

    /** None: a caller of a public route. */
    record None() implements Credential {
        @Override
        public boolean reaches(String scope) {
            return false;
        }
    }

    /**
     * An access token of an issuer.
     *
     * @param scopes those of the token when they bind it, which they do for systems; people are bound by their roles alone
     */
    record Token(Optional<Set<String>> scopes) implements Credential {

        /** A token that is bound by its roles alone. */
        static final Token OF_A_PERSON = new Token(Optional.empty());

        /** Copies the scopes. */
        public Token {
            scopes = scopes.map(Set::copyOf);
        }

        @Override
        public boolean reaches(String scope) {
            return scopes.isEmpty() || scopes.get().contains(scope);
        }
    }

    /**
     * An API key.
     *
     * @param id of the key
     * @param scopes it never reaches beyond
     * @param allowance how much may be asked with it
     */
    record Key(UUID id, Set<String> scopes, Allowance allowance) implements Credential {

        /** Copies the scopes. */
        public Key {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public boolean reaches(String scope) {
            return scopes.contains(scope);
        }
    }

    /**
     * How much may be asked with an API key.
     *
     * @param perSecond requests per second in place of the configured rate of each route class
     * @param perDay most requests of a calendar day in Shanghai
     * @param perMonth most requests of a calendar month in Shanghai
     */
    record Allowance(Optional<Integer> perSecond, Optional<Long> perDay, Optional<Long> perMonth) {

        /** The configured rates and no quota. */
        public static final Allowance USUAL = new Allowance(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
