package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** What the demo adds to the real plan. Every piece of it says that it is a sample. */
final class Sample {

    static final String PLAN = "zq-fin-14fyp";
    static final String CITY = "441200";
    static final String INDICATOR = "green-credit";
    /** Sihui, named by two leaves of the plan that move green credit. */
    static final String REGION = "441284";

    static final String NEIGHBOUR = "441202";
    static final String PERIOD = "2024";
    static final String OFFICER = "district-" + REGION;

    /** On the compound path from 10 to 20 the year 2024 expects 17.41. */
    static final int BASELINE = 10;

    static final int TARGET = 20;
    static final BigDecimal ON_COURSE = new BigDecimal("17.5");
    static final BigDecimal BEHIND = new BigDecimal("15");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final String TITLE = "演示样本，并非真实数据 / sample of the demo, not a real figure";

    private Sample() {}

    /** {@return a target of the sample region} */
    static ObjectNode target() {
        return target(INDICATOR, REGION);
    }

    /**
     * A target of any indicator.
     *
     * @param indicator its code
     * @param region region that it is set for
     * @return the target
     */
    static ObjectNode target(String indicator, String region) {
        ObjectNode target = JSON.objectNode()
                .put("plan", PLAN)
                .put("indicator", indicator)
                .put("region", region)
                .put("year", 2025)
                .put("comparator", "ge");
        target.put("value", TARGET).put("unit", "CNY_100M");
        target.putObject("baseline").put("year", 2020).put("value", BASELINE);
        return target.put("reason", TITLE);
    }

    /**
     * A figure.
     *
     * @param region region it is posted for
     * @param value the figure
     * @return the report
     */
    static ObjectNode figure(String region, BigDecimal value) {
        return figure(INDICATOR, region, PERIOD, value);
    }

    /**
     * A figure of any indicator.
     *
     * @param indicator its code
     * @param region region it is posted for
     * @param period the period
     * @param value the figure
     * @return the report
     */
    static ObjectNode figure(String indicator, String region, String period, BigDecimal value) {
        ObjectNode report = JSON.objectNode();
        ObjectNode item = report.putArray("items").addObject();
        item.put("indicator", indicator).put("region", region).put("period", period);
        item.put("value", value)
                .put("unit", "CNY_100M")
                .put("status", "estimated")
                .put("reason", "correction");
        item.set("source", source());
        return report;
    }

    private static JsonNode source() {
        return JSON.objectNode().put("title", TITLE).put("reference", "finplan demo");
    }
}
