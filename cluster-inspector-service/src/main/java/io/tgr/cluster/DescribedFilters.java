package io.tgr.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Describes the parameters that say which pods.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.QUERY, name = "namespace",
		description = "A namespace; repeated: any of them; absent: all that the caller may see",
		array = @ArraySchema(schema = @Schema(type = "string", example = "shop")))
@Parameter(in = ParameterIn.QUERY, name = "labelSelector", description = "A label selector, as kubectl takes it",
		schema = @Schema(type = "string", example = "app=web,tier!=db"))
@Parameter(in = ParameterIn.QUERY, name = "fieldSelector", description = "A field selector, as kubectl takes it",
		schema = @Schema(type = "string", example = "status.phase!=Succeeded"))
@Parameter(in = ParameterIn.QUERY, name = "status",
		description = "A word of the STATUS column, in any case, whether an init container's or not; repeated: any of them",
		array = @ArraySchema(schema = @Schema(type = "string", example = "CrashLoopBackOff")))
@Parameter(in = ParameterIn.QUERY, name = "unhealthy",
		description = "`true`: only pods that are neither running and ready nor done",
		schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(in = ParameterIn.QUERY, name = "node", description = "The node it runs on",
		schema = @Schema(type = "string"))
@Parameter(in = ParameterIn.QUERY, name = "owner",
		description = "What it belongs to, by name or by kind and name: its controller, or the Deployment or CronJob behind it",
		schema = @Schema(type = "string", example = "Deployment/web"))
@interface DescribedFilters {

}
