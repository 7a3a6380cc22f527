// Command derive prints custom resource definitions cut down to one version, without descriptions and conversion.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

type object = map[string]any

func main() {
	version, kinds, files := os.Args[1], strings.Split(os.Args[2], ","), os.Args[3:]
	for _, file := range files {
		content, err := os.ReadFile(file)
		check(err)
		for document := range strings.SplitSeq(string(content), "\n---\n") {
			var definition object
			check(yaml.Unmarshal([]byte(document), &definition))
			if definition != nil && slices.Contains(kinds, kind(definition)) {
				show(reduced(definition, version))
			}
		}
	}
}

func kind(definition object) string {
	return definition["spec"].(object)["names"].(object)["kind"].(string)
}

// reduced keeps one version, served and stored: nothing is left to convert.
func reduced(definition object, version string) object {
	spec := definition["spec"].(object)
	delete(spec, "conversion")
	for _, candidate := range spec["versions"].([]any) {
		if only := candidate.(object); only["name"] == version {
			only["served"], only["storage"] = true, true
			withoutDescriptions(only["schema"])
			spec["versions"] = []any{only}
			return definition
		}
	}
	check(fmt.Errorf("%s has no %s", kind(definition), version))
	return nil
}

// A property may be called description too: its value is no text.
func withoutDescriptions(node any) {
	switch node := node.(type) {
	case object:
		if _, text := node["description"].(string); text {
			delete(node, "description")
		}
		for _, child := range node {
			withoutDescriptions(child)
		}
	case []any:
		for _, child := range node {
			withoutDescriptions(child)
		}
	}
}

func show(definition object) {
	content, err := yaml.Marshal(definition)
	check(err)
	fmt.Printf("---\n%s", content)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
