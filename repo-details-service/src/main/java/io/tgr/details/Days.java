package io.tgr.details;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Describes the parameter {@code days}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = "Complete UTC days",
		schema = @Schema(type = "integer", minimum = "1", maximum = "365", defaultValue = "30"))
@interface Days {

}
