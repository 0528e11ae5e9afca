package org.finplan.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The body of a request for an API key. */
final class SampleKey {

    private SampleKey() {}

    /** {@return body that asks for one role and for these scopes, of no region and with the usual limits} */
    static JsonObject of(String owner, String role, String... scopes) {
        return JsonObject.of("name", "样本 sample " + owner, "owner", owner)
                .put("roles", JsonArray.of(role))
                .put("scopes", new JsonArray(List.of(scopes)));
    }
}
