package org.weir.dashboard.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Whoever misspells a parameter is told so, and not given what holds without it: whatever answers a GET takes the
 * parameters that it declares, each once, and no others. So it is the same ones that the API's description tells.
 */
public class DeclaredParameters {
    /** Read once of each method: there are some dozens. */
    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    /** @throws Refusal where something else is asked with */
    @ServerRequestFilter
    public void check(ResourceInfo resource, ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (method != null && !query.isEmpty() && method.isAnnotationPresent(GET.class)) {
            check(declared.computeIfAbsent(method, DeclaredParameters::of), query);
        }
    }

    static void check(Set<String> names, MultivaluedMap<String, String> query) {
        query.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw wrong("No parameter is called " + name + " here; "
                        + (names.isEmpty() ? "none is taken." : "there are " + String.join(", ", names) + '.'));
            }
            if (values.size() > 1) {
                throw wrong("The parameter " + name + " is given more than once.");
            }
        });
    }

    /** The names that a method declares: by its own parameters, by a bean's, or by its description where it reads them itself. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        for (java.lang.reflect.Parameter each : method.getParameters()) {
            add(each.getAnnotation(QueryParam.class), names);
            if (each.isAnnotationPresent(BeanParam.class)) {
                for (Field field : each.getType().getFields()) {
                    add(field.getAnnotation(QueryParam.class), names);
                }
            }
        }
        for (Parameter each : method.getAnnotationsByType(Parameter.class)) {
            if (each.in() == ParameterIn.QUERY) {
                names.add(each.name());
            }
        }
        TakesChoices choices = method.getAnnotation(TakesChoices.class);
        if (choices != null) {
            org.weir.dashboard.measure.Parameter.ALL.stream()
                    .filter(each -> choices.peaks() || each != org.weir.dashboard.measure.Parameter.PEAKS)
                    .forEach(each -> names.add(each.id()));
        }
        return names;
    }

    private static void add(QueryParam declared, Set<String> to) {
        if (declared != null) {
            to.add(declared.value());
        }
    }

    private static Refusal wrong(String detail) {
        return new Refusal(ErrorCode.BAD_PARAMETER, detail);
    }
}
