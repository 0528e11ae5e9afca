package org.finplan.risk.institution;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.testing.Requests;

/** Institutions that tests register; every name says that it is a sample. */
public final class SampleInstitution {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private SampleInstitution() {}

    /** {@return a code that no other test has} */
    public static String code() {
        String first = String.format("91441200MA%07d", NEXT.incrementAndGet());
        return first + UnifiedCreditCode.checkCharacter(first);
    }

    /** {@return what is sent to register an institution} */
    public static Map<String, Object> request(String uscc, String kind, String region) {
        Map<String, Object> request = new HashMap<>();
        request.put("uscc", uscc);
        request.put("name", "演示样本机构");
        request.put("kind", kind);
        request.put("region", region);
        request.put("status", "operating");
        request.put("since", "2020-01-01");
        return request;
    }

    /** {@return the code of a registered institution} */
    public static String registered(String kind, String region) {
        String uscc = code();
        Requests.as("city-officer")
                .body(request(uscc, kind, region))
                .post("/api/v1/institutions")
                .then()
                .statusCode(201);
        return uscc;
    }
}
