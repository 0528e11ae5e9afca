package org.finplan.risk.network;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.testing.Requests;

/** Calls about the facts of networks. */
public final class FactApi {

    /** All facts. */
    public static final String ALL = "/api/v1/network-facts";

    /** The table of a kind. */
    public static final String IMPORT = ALL + ":import?kind=";

    private FactApi() {}

    /** {@return the code of a made-up firm} */
    public static String uscc(int firm) {
        String first = String.format("91441299MB%07d", firm);
        return first + UnifiedCreditCode.checkCharacter(first);
    }

    /** {@return a fact as it is sent, of names and values in turn} */
    public static Map<String, Object> fact(String kind, String... fields) {
        Map<String, Object> body = new HashMap<>();
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        body.put("kind", kind);
        body.put("fields", named);
        body.put("source", "演示样本：来源");
        return body;
    }

    /** {@return a fact of a firm as it is sent} */
    public static Map<String, Object> firm(int firm, String region) {
        return fact("firm", "uscc", uscc(firm), "name", "演示样本企业" + firm, "region", region);
    }

    /** Sends a fact of the city. */
    public static Response send(Map<String, Object> fact) {
        return Requests.as("risk-officer").body(fact).post(ALL);
    }

    /** Stores a fact and gives its path. */
    public static String stored(Map<String, Object> fact) {
        return ALL + "/" + send(fact).then().statusCode(201).extract().path("id");
    }

    /** Sends a table. */
    public static Response table(RequestSpecification by, String kind, String table) {
        return by.contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(table)
                .post(IMPORT + kind);
    }
}
