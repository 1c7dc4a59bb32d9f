package org.weir.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.export.rest.ExportResource;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class DeclaredParametersTest {
    private static Set<String> of(Class<?> resource, String method) {
        Method found = Arrays.stream(resource.getMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return DeclaredParameters.of(found);
    }

    @Test
    void areThoseOfAMethod_ofABean_ofItsDescriptionAndOfMeasures() {
        assertThat(of(RunResource.class, "runs")).containsExactly("date", "direction", "feed", "route");
        assertThat(of(RankingResource.class, "ranking"))
                .containsExactly("area", "cause", "days", "exclude", "feed", "from", "hours", "limit", "to");
        assertThat(of(WayResource.class, "ways")).contains("days", "exclude").doesNotContain("bunching");
        assertThat(of(FigureResource.class, "figures")).contains("group", "bunching", "peaks");
        assertThat(of(DefinitionResource.class, "all")).isEmpty();
    }

    @Test
    void leaveOutWhatWouldDoNothing() {
        // A table is of all hours, and its path is no parameter to ask with.
        assertThat(of(ExportResource.class, "table")).contains("bunching").doesNotContain("peaks", "table");
        assertThat(of(ComparisonResource.class, "comparisons"))
                .contains("bunching", "exclude")
                .doesNotContain("peaks");
    }

    @Test
    void refuseWhatIsMisspelt_orGivenTwice() {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.add("feed", "tiny.buses");
        assertThatCode(() -> DeclaredParameters.check(Set.of("feed"), query)).doesNotThrowAnyException();

        query.add("feed", "tiny.trams");
        assertThatThrownBy(() -> DeclaredParameters.check(Set.of("feed"), query))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("feed is given more than once");

        query.remove("feed");
        query.add("exclud", "2026-11-11");
        assertThatThrownBy(() -> DeclaredParameters.check(Set.of("exclude"), query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ErrorCode.BAD_PARAMETER))
                .hasMessageContaining("No parameter is called exclud here; there are exclude.");
    }
}
