package org.finplan.indicators.plan;

import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.finplan.platform.plan.table.PackageSchemas;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Everybody reads the schemas that packages are checked by. */
@FinplanTest
class PlanSchemaTest {

    private static final String SCHEMAS = "/api/v1/public/plan-package-schemas/";

    @Test
    void everySchemaIsServedWhereTheOthersReferToIt() {
        PackageSchemas.names()
                .forEach(name -> everybody().get(SCHEMAS + name).then().statusCode(200));
        String tag = everybody()
                .get(SCHEMAS + "tasks.schema.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=3600"))
                .body("title", equalTo("tasks.json"), "required", hasItem("verbs"))
                .body("properties.plan.'$ref'", equalTo("common.schema.json#/$defs/planCopy"))
                .extract()
                .header("ETag");
        everybody()
                .header("If-None-Match", tag)
                .get(SCHEMAS + "tasks.schema.json")
                .then()
                .statusCode(304);
    }

    @Test
    void aSchemaThatIsNotThereIsAnsweredWithThoseThatAre() {
        everybody()
                .get(SCHEMAS + "task.schema.json")
                .then()
                .spec(Problems.of(404, "not-found"))
                .body("detail", containsString("tasks.schema.json"));
    }

    private static RequestSpecification everybody() {
        return withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()));
    }
}
