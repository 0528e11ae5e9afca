package org.finplan.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathRulesTest {

    @Test
    void plainPathsPass() {
        for (String path : new String[] {
            "/", "/api/v1/tasks", "/api/v1/tasks/", "/api/v1/tasks/t4.1.1.2.m03:verify", "/a/%E8%82%87", "/a/b%20c"
        }) {
            assertThat(PathRules.plain(path)).as(path).isTrue();
        }
    }

    @Test
    void pathsWithTwoReadingsDoNot() {
        for (String path : new String[] {
            "",
            "api",
            "//",
            "/a//b",
            "/a/./b",
            "/a/..",
            "/../a",
            "/a\\b",
            "/a;b",
            "/%2e%2e/a",
            "/a%2Fb",
            "/a%5cb",
            "/a%00",
            "/a%0d%0a",
            "/a%7f",
            "/a%25%32%66",
            "/a%",
            "/a%2",
            "/a%zz",
            "/a b",
            "/肇",
            "/a%3bb"
        }) {
            assertThat(PathRules.plain(path)).as(path).isFalse();
        }
    }
}
