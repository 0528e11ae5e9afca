package org.finplan.risk.network.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what the firms of a network are listed, the largest first. */
enum FirmOrder {
    EXPOSURE("exposure"),
    CORE_NUMBER("core-number"),
    PAGE_RANK("page-rank"),
    BETWEENNESS("betweenness");

    static final List<String> CODES =
            Arrays.stream(values()).map(order -> order.code).toList();

    private final String code;

    FirmOrder(String code) {
        this.code = code;
    }

    static Optional<FirmOrder> find(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }
}
