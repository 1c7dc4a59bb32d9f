package org.weir.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.browser.Accessibility.assertAccessible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The main job through a real browser: a planner watches buses move and reads how fast a street is; a data officer
 * revokes the agreement; the planner's map says so and empties, and nothing more is shared.
 */
class PlannerJourneyIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** The city runs at this many times real time, so that a street has enough traversals within the test. */
    private static final String CITY_SPEED = "30";

    /** Every address that any page of the test asked for. */
    private static final List<String> ASKED = new ArrayList<>();

    private static RunningWeir weir;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        weir = RunningWeir.start(
                Path.of("target/journey").toAbsolutePath(), "--city-speed", CITY_SPEED, "--poll", "0.5");
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (weir != null) {
            weir.close();
        }
    }

    @Test
    void aPlannerSeesBusesMove_andASpeedAppear_untilTheAgreementIsRevoked() throws Exception {
        // Given a planner on the live map
        Page planner = signedIn("planner");
        planner.navigate(weir.dashboard() + "/now");
        Locator map = planner.getByTestId("live-map");

        // Then buses are there, and they move
        await().pollInSameThread().atMost(SOON).until(() -> number(map, "data-vehicles") >= 40);
        int moved = number(map, "data-moved");
        await().pollInSameThread().atMost(SOON).until(() -> number(map, "data-moved") > moved);
        picture(planner, "now");
        assertAccessible(planner);

        // And a street's speed appears, with how many traversals it rests on
        Page speeds = planner.context().newPage();
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    speeds.navigate(weir.dashboard() + "/speeds");
                    Locator known = speeds.getByTestId("speed-row")
                            .filter(new Locator.FilterOptions().setHasNotText("too few"));
                    speeds.waitForLoadState();
                    return settles(speeds) && known.count() > 0;
                });
        picture(speeds, "speeds");
        assertAccessible(speeds);
        speeds.close();

        // When a data officer revokes the agreement
        Page officer = signedIn("data-officer");
        officer.navigate(weir.dashboard() + "/agreements/buses-for-planning");
        assertAccessible(officer);
        officer.getByTestId("revoke").click();
        officer.getByTestId("revoke-reason").fill("The review board withdrew its consent.");
        Response answer = officer.waitForResponse(
                response -> response.url().endsWith("/revoke"),
                () -> officer.getByTestId("revoke-confirm").click());
        JsonNode receipt = new ObjectMapper().readTree(answer.body());

        // Then there is a receipt, and not one record more is shared after it
        assertThat(answer.status()).isEqualTo(200);
        officer.getByTestId("receipt").waitFor();
        picture(officer, "receipt");
        int after = SharedTopicTail.recordsAfter(weir.broker(), receipt, Duration.ofSeconds(10));
        System.out.println("records shared after the revocation's answer: " + after);
        assertThat(after).isZero();
        // ... although buses went on reporting: the ledger counts what came and was withheld
        await().pollInSameThread().atMost(SOON).until(() -> withheldAsRevoked(officer) > 0);

        // And the planner's open map says so and shows nothing of it
        planner.getByTestId("standing-alert").waitFor();
        await().pollInSameThread().atMost(SOON).until(() -> number(map, "data-vehicles") == 0);
        assertThat(planner.getByTestId("standing-alert").innerText()).containsIgnoringCase("revoked");
        picture(planner, "revoked");
    }

    @Test
    void everyPageIsAccessible_andAsksNobodyElse() throws Exception {
        Page page = signedIn("auditor");
        for (String path : List.of(
                "/",
                "/agreements",
                "/agreements/buses-for-planning",
                "/feeds",
                "/feeds/riverton-transit.vehicle-positions")) {
            page.navigate(weir.dashboard() + path);
            page.locator("h1").first().waitFor();
            assertThat(settles(page)).as(path).isTrue();
            assertAccessible(page);
            picture(page, "page" + path.replace('/', '-'));
        }
        assertThat(ASKED).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(weir.dashboard()));
    }

    private static long withheldAsRevoked(Page page) throws Exception {
        byte[] answer = page.request()
                .get(weir.dashboard() + "/api/v1/ledger?agreement=buses-for-planning")
                .body();
        return new ObjectMapper()
                .readTree(answer)
                .path("balances")
                .path(0)
                .path("withheld")
                .path("agreement-revoked")
                .asLong();
    }

    private static Page signedIn(String role) throws Exception {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setTimezoneId("America/New_York"));
        context.onRequest(request -> {
            if (request.url().startsWith("http")) {
                ASKED.add(request.url());
            }
        });
        Page page = context.newPage();
        page.navigate(weir.signIn(role));
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Whether the page has shown what it loads. */
    private static boolean settles(Page page) {
        page.locator("[aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return true;
    }

    private static int number(Locator element, String attribute) {
        String value = element.getAttribute(attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/" + name + ".png"))
                .setFullPage(true));
    }
}
