package org.finplan.platform.devstack.demo;

import java.util.Arrays;

/** How an indicator stands, in the words of the scoreboard. */
enum State {
    ACHIEVED("achieved", "已达标", "achieved"),
    AHEAD("ahead", "超前", "ahead"),
    ON_COURSE("on-course", "正常", "on course"),
    BEHIND("behind", "滞后", "behind"),
    OFF_COURSE("off-course", "偏离", "off course"),
    NOT_ASSESSABLE("not-assessable", "无法评判", "not assessed"),
    NO_DATA("no-data", "无数据", "no data");

    private final String code;
    private final String zh;
    private final String en;

    State(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    static State of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("未知状态 / unknown state: " + code));
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
