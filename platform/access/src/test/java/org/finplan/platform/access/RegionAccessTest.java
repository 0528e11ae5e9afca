package org.finplan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionAccessTest {

    /** A nation to compare with, and a city with a district of which one part is smaller still. */
    private static final RegionTree TREE = new RegionTree() {

        @Override
        public Set<String> subtree(String region) {
            return region.equals("district") ? Set.of("district", "part") : Set.of();
        }

        @Override
        public List<String> ancestors(String region) {
            return region.equals("district") ? List.of("city") : List.of();
        }

        @Override
        public Set<String> references() {
            return Set.of("nation");
        }
    };

    private static RegionAccess access(String role, String... bound) {
        return new RegionAccess(Set.of(role), Set.of(bound));
    }

    @ParameterizedTest
    @ValueSource(strings = {"city-admin", "city-officer", "risk-officer", "auditor", "integrator"})
    void theCityAndItsSystemsActForAllRegions(String role) {
        assertThat(access(role).readable(TREE)).isEqualTo(RegionSet.ALL);
        assertThat(access(role).writable(TREE)).isEqualTo(RegionSet.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"district-officer", "integrator"})
    void whoeverIsBoundWritesTheRegionAndReadsWhatIsAroundIt(String role) {
        assertThat(access(role, "district").writable(TREE).codes()).containsExactlyInAnyOrder("district", "part");
        assertThat(access(role, "district").readable(TREE).codes())
                .containsExactlyInAnyOrder("district", "part", "city", "nation");
    }

    @Test
    void aRegionThatNoPlanKnowsStandsForItself() {
        assertThat(access("district-officer", "elsewhere").writable(TREE).codes())
                .containsExactly("elsewhere");
    }

    @Test
    void withoutARoleOrARegionNothingIsReadable() {
        assertThat(new RegionAccess(Set.of(), Set.of("district")).readable(TREE))
                .isEqualTo(RegionSet.NONE);
        assertThat(access("district-officer").readable(TREE)).isEqualTo(RegionSet.NONE);
    }

    @Test
    void thePublicReadsEverywhereAndWritesNowhere() {
        assertThat(access("public").readable(TREE)).isEqualTo(RegionSet.ALL);
        assertThat(access("public").writable(TREE)).isEqualTo(RegionSet.NONE);
    }
}
