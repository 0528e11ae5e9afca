package org.finplan.gateway.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.finplan.gateway.key.ApiKey.Grant;

/** How keys are shown. A secret is shown by {@link #withSecret} alone, when it has just been made. */
final class KeyJson {

    private KeyJson() {}

    static ObjectNode of(ApiKey key, Instant now) {
        Grant grant = key.grant();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", key.id().toString());
        json.put("prefix", key.prefix());
        json.put("name", grant.name());
        json.put("owner", grant.owner());
        json.put("state", key.state(now).name().toLowerCase(Locale.ROOT));
        list(json, "roles", grant.roles());
        list(json, "scopes", grant.scopes());
        list(json, "regions", grant.regions());
        list(json, "units", grant.units());
        ObjectNode limits = json.putObject("limits");
        grant.allowance().perSecond().ifPresent(most -> limits.put("perSecond", most));
        grant.allowance().perDay().ifPresent(most -> limits.put("perDay", most));
        grant.allowance().perMonth().ifPresent(most -> limits.put("perMonth", most));
        json.put("createdAt", key.createdAt().toString());
        json.put("createdBy", key.createdBy());
        json.put("expiresAt", grant.expiresAt().toString());
        at(json, "lastUsedAt", key.lastUsedAt());
        at(json, "rotatedAt", key.rotatedAt());
        at(json, "previousSecretUntil", key.previousUntil().filter(now::isBefore));
        key.revocation().ifPresent(revocation -> json.putObject("revocation")
                .put("at", revocation.at().toString())
                .put("by", revocation.by())
                .put("reason", revocation.reason()));
        ArrayNode actions = json.putArray("allowedActions");
        if (key.state(now) == ApiKey.State.ACTIVE) {
            actions.add("rotate").add("revoke");
        }
        return json;
    }

    static ObjectNode withSecret(ApiKey key, Secret secret, Instant now) {
        return of(key, now).put("secret", secret.text());
    }

    private static void list(ObjectNode json, String name, Set<String> values) {
        ArrayNode array = json.putArray(name);
        values.stream().sorted().forEach(array::add);
    }

    private static void at(ObjectNode json, String name, Optional<Instant> instant) {
        instant.ifPresent(at -> json.put(name, at.toString()));
    }
}
