package org.weir.consent.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.SharingDecision.Share;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

/**
 * One decision while 10,000 agreements are loaded: 2,000 feeds with five agreements each, one of ten of them not in
 * force. Beside it, in the same run, the same permissions as Cedar policies in one cached policy set, and as compiled CEL
 * predicates that are tried one after the other until one permits. All three must give the same answers before any time
 * is taken.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {
    private static final int FEEDS = 2_000;
    private static final int EACH = 5;
    private static final int QUESTIONS = 1_024;
    private static final double MOST_NANOS = 300;
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> PURPOSES = List.of("transit-planning", "transport-planning", "research");

    private final List<Question> questions = new ArrayList<>();
    private final BasicAuthorizationEngine cedar = new BasicAuthorizationEngine();
    private final Entities nobody = new Entities();
    private Plans plans;
    private PolicySet policies;
    private List<CelRuntime.Program> predicates;
    private int next;

    /** Asks whether records of a feed may flow under an agreement, in each engine's own words. */
    private record Question(
            FeedId feed,
            String agreement,
            SharingRequest request,
            AuthorizationRequest cedar,
            Map<String, Object> cel) {}

    /** Prints the means and their ratios; ends with 0 where Weir's is within its bar. */
    public static void main(String[] args) throws RunnerException {
        Map<String, Double> means = new HashMap<>();
        for (RunResult each : new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getName() + "\\.")
                        .jvmArgs("-Xmx2g")
                        .build())
                .run()) {
            means.put(
                    each.getPrimaryResult().getLabel(), each.getPrimaryResult().getScore());
        }
        double weir = means.get("weir");
        System.out.printf(
                Locale.ROOT,
                "one decision among %,d agreements: weir %,.0f ns (at most %.0f), cedar %,.0f ns (%,.0f times as long),"
                        + " cel one by one %,.0f ns (%,.0f times as long)%n",
                FEEDS * EACH,
                weir,
                MOST_NANOS,
                means.get("cedar"),
                means.get("cedar") / weir,
                means.get("celOneByOne"),
                means.get("celOneByOne") / weir);
        System.exit(weir <= MOST_NANOS ? 0 : 1);
    }

    @Setup
    public void load() throws Exception {
        List<CompiledPlan> compiled = new ArrayList<>();
        Set<Policy> cedarPolicies = new HashSet<>();
        predicates = new ArrayList<>();
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        PlanCompiler compiler = new PlanCompiler(
                feed -> Optional.of(new KnownFeed(feed, "Buses", "Agency", contract, false)),
                (agreement, purpose, epoch) -> Optional.of(new byte[32]));
        CelCompiler cel = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("feed", SimpleType.STRING)
                .addVar("agreement", SimpleType.STRING)
                .addVar("action", SimpleType.STRING)
                .addVar("purpose", SimpleType.STRING)
                .addVar("now", SimpleType.INT)
                .setResultType(SimpleType.BOOL)
                .build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        for (int n = 0; n < FEEDS * EACH; n++) {
            AgreementRecord record = record(n);
            compiled.add(compiler.compile(record, feed(n)));
            cedarPolicies.add(new Policy(cedar(record), "policy-" + n));
            predicates.add(runtime.createProgram(cel.compile(cel(record)).getAst()));
        }
        plans = Plans.of(1, compiled);
        policies = new PolicySet(cedarPolicies);
        policies.cache();
        Random random = new Random(7);
        for (int n = 0; n < QUESTIONS; n++) {
            questions.add(question(random.nextInt(FEEDS * EACH), PURPOSES.get(random.nextInt(PURPOSES.size()))));
        }
        for (Question each : questions.subList(0, 64)) {
            boolean expected = weir(each);
            if (cedar(each) != expected || cel(each) != expected) {
                throw new IllegalStateException("The engines do not agree on " + each);
            }
        }
    }

    @Benchmark
    public boolean weir() {
        return weir(question());
    }

    @Benchmark
    @Warmup(iterations = 1, time = 3)
    @Measurement(iterations = 3, time = 3)
    public boolean cedar() throws AuthException {
        return cedar(question());
    }

    @Benchmark
    @Warmup(iterations = 1, time = 3)
    @Measurement(iterations = 3, time = 3)
    public boolean celOneByOne() throws CelEvaluationException {
        return cel(question());
    }

    private Question question() {
        return questions.get(next++ & QUESTIONS - 1);
    }

    private boolean weir(Question q) {
        for (CompiledPlan plan : plans.of(q.feed)) {
            if (plan.agreement().value().equals(q.agreement)) {
                return SharingPolicy.decide(plan, q.request) instanceof Share;
            }
        }
        return false;
    }

    private boolean cedar(Question q) throws AuthException {
        AuthorizationResponse response = cedar.isAuthorized(q.cedar, policies, nobody);
        return response.success.orElseThrow().isAllowed();
    }

    private boolean cel(Question q) throws CelEvaluationException {
        for (CelRuntime.Program each : predicates) {
            if ((boolean) each.eval(q.cel)) {
                return true;
            }
        }
        return false;
    }

    private static FeedId feed(int n) {
        return FeedId.of("agency-" + n / EACH + ".vehicle-positions");
    }

    private static AgreementRecord record(int n) {
        AgreementDocument document = Documents.of(
                "agreement-" + n,
                feed(n),
                Documents.FIELDS,
                List.of(),
                NOW.minusSeconds(1000),
                n % 20 == 7 ? NOW : NOW.plusSeconds(1000 + n));
        return new AgreementRecord(
                1, n % 20 == 3 ? AgreementState.REVOKED : AgreementState.ACTIVE, document, NOW, "benchmark");
    }

    private static Question question(int n, String purpose) {
        FeedId feed = feed(n);
        String agreement = "agreement-" + n;
        Map<String, com.cedarpolicy.value.Value> context =
                Map.of("purpose", new PrimString(purpose), "now", new PrimLong(NOW.getEpochSecond()));
        return new Question(
                feed,
                agreement,
                new SharingRequest(Action.READ, purpose, NOW),
                new AuthorizationRequest(
                        entity("Agreement", agreement),
                        entity("Action", "read"),
                        entity("Feed", feed.value()),
                        context),
                Map.of(
                        "feed",
                        feed.value(),
                        "agreement",
                        agreement,
                        "action",
                        "read",
                        "purpose",
                        purpose,
                        "now",
                        NOW.getEpochSecond()));
    }

    private static String cedar(AgreementRecord r) {
        AgreementDocument a = r.document();
        return (r.state() == AgreementState.ACTIVE ? "permit" : "forbid")
                + "(principal == Agreement::\"" + a.uid() + "\", action == Action::\"read\", resource == Feed::\""
                + a.target().feed() + "\") when { " + purposes(a) + ".contains(context.purpose) && context.now >= "
                + a.effectiveFrom().getEpochSecond() + " && context.now < "
                + a.expires().getEpochSecond() + " };";
    }

    private static String cel(AgreementRecord r) {
        AgreementDocument a = r.document();
        return (r.state() == AgreementState.ACTIVE) + " && feed == \""
                + a.target().feed() + "\" && agreement == \""
                + a.uid() + "\" && action == \"read\" && purpose in " + purposes(a) + " && now >= "
                + a.effectiveFrom().getEpochSecond() + " && now < "
                + a.expires().getEpochSecond();
    }

    private static String purposes(AgreementDocument a) {
        Purpose agreed = Purpose.of(a.purpose()).orElseThrow();
        return Purpose.tree().values().stream()
                .filter(agreed::includes)
                .map(p -> '"' + p.id() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static EntityUID entity(String type, String id) {
        return EntityTypeName.parse(type).orElseThrow().of(id);
    }
}
