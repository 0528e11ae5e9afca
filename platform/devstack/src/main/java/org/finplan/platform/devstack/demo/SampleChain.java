package org.finplan.platform.devstack.demo;

import java.util.ArrayList;
import java.util.List;

/** Six firms that do not exist and what they guarantee, as tables of facts. */
final class SampleChain {

    static final String DAY = "2025-12-31";
    static final String SOURCE = "演示样本";

    static final String FIRST = "91441200MA00DEM0AQ";
    static final String SECOND = "91441200MA00DEM0BU";
    static final String THIRD = "91441200MA00DEM0CY";
    static final String FOURTH = "91441200MA00DEM0D2";
    static final String FIFTH = "91441200MA00DEM0E5";
    static final String SIXTH = "91441200MA00DEM0F8";

    /** Code, name and equity in CNY 10,000. */
    static final List<List<String>> FIRMS = List.of(
            List.of(FIRST, "演示样本企业甲", "1000"),
            List.of(SECOND, "演示样本企业乙", "500"),
            List.of(THIRD, "演示样本企业丙", "400"),
            List.of(FOURTH, "演示样本企业丁", "300"),
            List.of(FIFTH, "演示样本企业戊", "200"),
            List.of(SIXTH, "演示样本企业己", "600"));

    /** Number, borrower, guarantors, amount in CNY 10,000 and the day on which the debt is due. */
    static final List<List<String>> GUARANTEES = List.of(
            List.of("演示样本-担保-1", SECOND, FIRST, "400", ""),
            List.of("演示样本-担保-2", THIRD, SECOND, "350", ""),
            List.of("演示样本-担保-3", FIRST, THIRD, "380", ""),
            List.of("演示样本-担保-4", FIRST, FOURTH, "200", ""),
            List.of("演示样本-担保-5", FOURTH, FIFTH, "120", ""),
            List.of("演示样本-担保-6", THIRD, SIXTH + ":0.5;" + FOURTH + ":0.5", "200", ""),
            List.of("演示样本-担保-7", FIRST, FIFTH, "100", "2024-06-30"));

    private SampleChain() {}

    static List<String> firms() {
        List<String> table = new ArrayList<>(List.of("uscc,name,region,source"));
        FIRMS.forEach(firm -> table.add(String.join(",", firm.get(0), firm.get(1), Sample.CITY, SOURCE)));
        return table;
    }

    static List<String> equity() {
        List<String> table = new ArrayList<>(List.of("uscc,on,amount,unit,source"));
        FIRMS.forEach(firm -> table.add(String.join(",", firm.get(0), DAY, firm.get(2), "万元", SOURCE)));
        return table;
    }

    static List<String> guarantees() {
        List<String> table = new ArrayList<>(List.of("number,borrower,guarantors,amount,unit,start,due,source"));
        GUARANTEES.forEach(one -> table.add(String.join(
                ",", one.get(0), one.get(1), one.get(2), one.get(3), "万元", "2023-01-01", one.get(4), SOURCE)));
        return table;
    }
}
