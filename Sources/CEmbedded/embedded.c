#include "CEmbedded.h"

// Every file of templates/ and assets/, in order of path; a test fails when one is missing here.

static const unsigned char assets_icon_svg[] = {
#embed "../../assets/icon.svg"
};
static const unsigned char assets_site_css[] = {
#embed "../../assets/site.css"
};
static const unsigned char assets_site_js[] = {
#embed "../../assets/site.js"
};
static const unsigned char templates_audience_mustache[] = {
#embed "../../templates/audience.mustache"
};
static const unsigned char templates_benchmarks_dora_2023_yaml[] = {
#embed "../../templates/benchmarks/dora-2023.yaml"
};
static const unsigned char templates_benchmarks_dora_2025_yaml[] = {
#embed "../../templates/benchmarks/dora-2025.yaml"
};
static const unsigned char templates_card_mustache[] = {
#embed "../../templates/card.mustache"
};
static const unsigned char templates_data_mustache[] = {
#embed "../../templates/data.mustache"
};
static const unsigned char templates_delivery_mustache[] = {
#embed "../../templates/delivery.mustache"
};
static const unsigned char templates_domain_mustache[] = {
#embed "../../templates/domain.mustache"
};
static const unsigned char templates_editions_mustache[] = {
#embed "../../templates/editions.mustache"
};
static const unsigned char templates_foot_mustache[] = {
#embed "../../templates/foot.mustache"
};
static const unsigned char templates_head_mustache[] = {
#embed "../../templates/head.mustache"
};
static const unsigned char templates_item_mustache[] = {
#embed "../../templates/item.mustache"
};
static const unsigned char templates_methods_mustache[] = {
#embed "../../templates/methods.mustache"
};
static const unsigned char templates_packs_README_md[] = {
#embed "../../templates/packs/README.md"
};
static const unsigned char templates_packs_application_yaml[] = {
#embed "../../templates/packs/application.yaml"
};
static const unsigned char templates_packs_business_yaml[] = {
#embed "../../templates/packs/business.yaml"
};
static const unsigned char templates_packs_cost_yaml[] = {
#embed "../../templates/packs/cost.yaml"
};
static const unsigned char templates_packs_datalake_yaml[] = {
#embed "../../templates/packs/datalake.yaml"
};
static const unsigned char templates_packs_delivery_yaml[] = {
#embed "../../templates/packs/delivery.yaml"
};
static const unsigned char templates_packs_ingestion_yaml[] = {
#embed "../../templates/packs/ingestion.yaml"
};
static const unsigned char templates_packs_kubernetes_yaml[] = {
#embed "../../templates/packs/kubernetes.yaml"
};
static const unsigned char templates_packs_messaging_yaml[] = {
#embed "../../templates/packs/messaging.yaml"
};
static const unsigned char templates_packs_oauth_yaml[] = {
#embed "../../templates/packs/oauth.yaml"
};
static const unsigned char templates_packs_system_yaml[] = {
#embed "../../templates/packs/system.yaml"
};
static const unsigned char templates_packs_tasks_yaml[] = {
#embed "../../templates/packs/tasks.yaml"
};
static const unsigned char templates_packs_tekton_yaml[] = {
#embed "../../templates/packs/tekton.yaml"
};
static const unsigned char templates_picture_mustache[] = {
#embed "../../templates/picture.mustache"
};
static const unsigned char templates_service_mustache[] = {
#embed "../../templates/service.mustache"
};
static const unsigned char templates_sources_alertmanager_yaml[] = {
#embed "../../templates/sources/alertmanager.yaml"
};
static const unsigned char templates_sources_github_yaml[] = {
#embed "../../templates/sources/github.yaml"
};
static const unsigned char templates_sources_gitlab_yaml[] = {
#embed "../../templates/sources/gitlab.yaml"
};
static const unsigned char templates_sources_pagerduty_yaml[] = {
#embed "../../templates/sources/pagerduty.yaml"
};
static const unsigned char templates_sources_postgrest_yaml[] = {
#embed "../../templates/sources/postgrest.yaml"
};
static const unsigned char templates_spend_mustache[] = {
#embed "../../templates/spend.mustache"
};
static const unsigned char templates_workloads_mustache[] = {
#embed "../../templates/workloads.mustache"
};

static const struct d8s_embedded_file files[] = {
    {"assets/icon.svg", assets_icon_svg, sizeof assets_icon_svg},
    {"assets/site.css", assets_site_css, sizeof assets_site_css},
    {"assets/site.js", assets_site_js, sizeof assets_site_js},
    {"templates/audience.mustache", templates_audience_mustache, sizeof templates_audience_mustache},
    {"templates/benchmarks/dora-2023.yaml", templates_benchmarks_dora_2023_yaml, sizeof templates_benchmarks_dora_2023_yaml},
    {"templates/benchmarks/dora-2025.yaml", templates_benchmarks_dora_2025_yaml, sizeof templates_benchmarks_dora_2025_yaml},
    {"templates/card.mustache", templates_card_mustache, sizeof templates_card_mustache},
    {"templates/data.mustache", templates_data_mustache, sizeof templates_data_mustache},
    {"templates/delivery.mustache", templates_delivery_mustache, sizeof templates_delivery_mustache},
    {"templates/domain.mustache", templates_domain_mustache, sizeof templates_domain_mustache},
    {"templates/editions.mustache", templates_editions_mustache, sizeof templates_editions_mustache},
    {"templates/foot.mustache", templates_foot_mustache, sizeof templates_foot_mustache},
    {"templates/head.mustache", templates_head_mustache, sizeof templates_head_mustache},
    {"templates/item.mustache", templates_item_mustache, sizeof templates_item_mustache},
    {"templates/methods.mustache", templates_methods_mustache, sizeof templates_methods_mustache},
    {"templates/packs/README.md", templates_packs_README_md, sizeof templates_packs_README_md},
    {"templates/packs/application.yaml", templates_packs_application_yaml, sizeof templates_packs_application_yaml},
    {"templates/packs/business.yaml", templates_packs_business_yaml, sizeof templates_packs_business_yaml},
    {"templates/packs/cost.yaml", templates_packs_cost_yaml, sizeof templates_packs_cost_yaml},
    {"templates/packs/datalake.yaml", templates_packs_datalake_yaml, sizeof templates_packs_datalake_yaml},
    {"templates/packs/delivery.yaml", templates_packs_delivery_yaml, sizeof templates_packs_delivery_yaml},
    {"templates/packs/ingestion.yaml", templates_packs_ingestion_yaml, sizeof templates_packs_ingestion_yaml},
    {"templates/packs/kubernetes.yaml", templates_packs_kubernetes_yaml, sizeof templates_packs_kubernetes_yaml},
    {"templates/packs/messaging.yaml", templates_packs_messaging_yaml, sizeof templates_packs_messaging_yaml},
    {"templates/packs/oauth.yaml", templates_packs_oauth_yaml, sizeof templates_packs_oauth_yaml},
    {"templates/packs/system.yaml", templates_packs_system_yaml, sizeof templates_packs_system_yaml},
    {"templates/packs/tasks.yaml", templates_packs_tasks_yaml, sizeof templates_packs_tasks_yaml},
    {"templates/packs/tekton.yaml", templates_packs_tekton_yaml, sizeof templates_packs_tekton_yaml},
    {"templates/picture.mustache", templates_picture_mustache, sizeof templates_picture_mustache},
    {"templates/service.mustache", templates_service_mustache, sizeof templates_service_mustache},
    {"templates/sources/alertmanager.yaml", templates_sources_alertmanager_yaml, sizeof templates_sources_alertmanager_yaml},
    {"templates/sources/github.yaml", templates_sources_github_yaml, sizeof templates_sources_github_yaml},
    {"templates/sources/gitlab.yaml", templates_sources_gitlab_yaml, sizeof templates_sources_gitlab_yaml},
    {"templates/sources/pagerduty.yaml", templates_sources_pagerduty_yaml, sizeof templates_sources_pagerduty_yaml},
    {"templates/sources/postgrest.yaml", templates_sources_postgrest_yaml, sizeof templates_sources_postgrest_yaml},
    {"templates/spend.mustache", templates_spend_mustache, sizeof templates_spend_mustache},
    {"templates/workloads.mustache", templates_workloads_mustache, sizeof templates_workloads_mustache},
};

const struct d8s_embedded_file *d8s_embedded_file_at(size_t index) {
    return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
