const IN = { compartment_id: "${oci_identity_compartment.stores.id}" };
const NAMESPACE = "${data.oci_objectstorage_namespace.ns.namespace}";
const DOMAIN = { idcs_endpoint: "${oci_identity_domain.us.url}" };

/** Made-up stores with what surrounds them: each resource refers to others, and data sources look at them all. */
export const ESTATE = {
  terraform: { required_providers: { oci: { source: "oracle/oci", version: "8.28.0" } } },
  provider: {
    oci: [
      { region: "us-phoenix-1", tenancy_ocid: "ocid1.tenancy.oc1..example" },
      { alias: "dr", region: "us-ashburn-1", tenancy_ocid: "ocid1.tenancy.oc1..example" },
    ],
  },
  data: {
    oci_objectstorage_namespace: { ns: {} },
    oci_identity_availability_domains: { ads: { compartment_id: "ocid1.tenancy.oc1..example" } },
    oci_core_services: {
      all: { filter: [{ name: "name", values: ["All .* Services In Oracle Services Network"], regex: true }] },
    },
    oci_cloud_guard_detector_recipes: { oracle: { compartment_id: "ocid1.tenancy.oc1..example" } },
    // Of what is made here: read once that is there.
    oci_kms_vaults: { all: { ...IN, depends_on: ["oci_kms_vault.main"] } },
    oci_kms_keys: { all: { ...IN, management_endpoint: "${oci_kms_key.store.management_endpoint}" } },
    oci_objectstorage_bucket: { media: { namespace: NAMESPACE, name: "${oci_objectstorage_bucket.media.name}" } },
    oci_objectstorage_bucket_summaries: { all: { ...IN, namespace: NAMESPACE, depends_on: ["oci_objectstorage_bucket.media"] } },
    oci_identity_domains_groups: {
      readers: { ...DOMAIN, group_filter: 'displayName eq "${oci_identity_domains_group.readers.display_name}"' },
    },
    oci_logging_logs: { all: { log_group_id: "${oci_logging_log.reads.log_group_id}" } },
    oci_data_safe_audit_trails: { users: { ...IN, target_id: "${oci_data_safe_target_database.users.id}" } },
  },
  resource: {
    oci_identity_compartment: { stores: { name: "stores", description: "stores", enable_delete: true } },
    oci_identity_tag_namespace: { data: { ...IN, name: "us-data", description: "d" } },
    oci_identity_tag: { store: { tag_namespace_id: "${oci_identity_tag_namespace.data.id}", name: "store", description: "d" } },
    oci_identity_tag_default: { store: { ...IN, tag_definition_id: "${oci_identity_tag.store.id}", value: "primary" } },
    oci_identity_domain: {
      us: { ...IN, display_name: "us", description: "d", home_region: "us-phoenix-1", license_type: "free", state: "INACTIVE" },
    },
    oci_identity_domains_group: {
      readers: { ...DOMAIN, schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], display_name: "readers" },
    },
    oci_identity_domains_user: {
      copier: { ...DOMAIN, schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], user_name: "copier" },
    },
    oci_identity_network_source: {
      vpn: {
        compartment_id: "ocid1.tenancy.oc1..example",
        name: "vpn",
        description: "d",
        public_source_list: ["203.0.113.0/24"],
      },
    },
    oci_identity_policy: {
      read: {
        ...IN,
        name: "read",
        description: "d",
        statements: [
          "Allow group id ${oci_identity_domains_group.readers.ocid} to read objects in compartment id ${oci_identity_compartment.stores.id}",
          "Allow service objectstorage-us-phoenix-1 to manage object-family in compartment id ${oci_identity_compartment.stores.id}",
        ],
      },
    },
    oci_core_vcn: { core: { ...IN, cidr_blocks: ["10.0.0.0/16"], dns_label: "core" } },
    oci_core_default_security_list: { none: { manage_default_resource_id: "${oci_core_vcn.core.default_security_list_id}" } },
    oci_core_service_gateway: {
      own: {
        ...IN,
        vcn_id: "${oci_core_vcn.core.id}",
        services: [{ service_id: "${data.oci_core_services.all.services[0].id}" }],
      },
    },
    oci_core_route_table: {
      own: {
        ...IN,
        vcn_id: "${oci_core_vcn.core.id}",
        route_rules: [
          {
            destination: "${data.oci_core_services.all.services[0].cidr_block}",
            destination_type: "SERVICE_CIDR_BLOCK",
            network_entity_id: "${oci_core_service_gateway.own.id}",
          },
        ],
      },
    },
    oci_core_subnet: {
      app: {
        ...IN,
        vcn_id: "${oci_core_vcn.core.id}",
        cidr_block: "10.0.1.0/24",
        dns_label: "app",
        prohibit_internet_ingress: true,
        route_table_id: "${oci_core_route_table.own.id}",
      },
    },
    oci_core_network_security_group: { app: { ...IN, vcn_id: "${oci_core_vcn.core.id}" } },
    oci_core_network_security_group_security_rule: {
      tls: {
        network_security_group_id: "${oci_core_network_security_group.app.id}",
        direction: "INGRESS",
        protocol: "6",
        source: "10.0.0.0/16",
        source_type: "CIDR_BLOCK",
        tcp_options: [{ destination_port_range: [{ min: 443, max: 443 }] }],
      },
    },
    oci_core_capture_filter: { all: { ...IN, filter_type: "FLOWLOG", flow_log_capture_filter_rules: [{ is_enabled: true }] } },
    oci_core_public_ip: { front: { ...IN, lifetime: "RESERVED" } },
    oci_kms_vault: { main: { ...IN, display_name: "main", vault_type: "DEFAULT" } },
    oci_kms_key: {
      store: {
        ...IN,
        display_name: "store",
        management_endpoint: "${oci_kms_vault.main.management_endpoint}",
        key_shape: [{ algorithm: "AES", length: 32 }],
      },
    },
    oci_kms_key_version: {
      second: { key_id: "${oci_kms_key.store.id}", management_endpoint: "${oci_kms_vault.main.management_endpoint}" },
    },
    oci_vault_secret: {
      admin: {
        ...IN,
        vault_id: "${oci_kms_vault.main.id}",
        key_id: "${oci_kms_key.store.id}",
        secret_name: "admin",
        enable_auto_generation: true,
        secret_generation_context: [{ generation_type: "PASSPHRASE", generation_template: "DBAAS_DEFAULT_PASSWORD" }],
      },
    },
    oci_objectstorage_bucket: {
      media: {
        ...IN,
        namespace: NAMESPACE,
        name: "media",
        kms_key_id: "${oci_kms_key.store.id}",
        versioning: "Enabled",
        freeform_tags: { of: "${oci_identity_tag.store.name}" },
      },
      copy: { provider: "oci.dr", ...IN, namespace: NAMESPACE, name: "media", versioning: "Enabled" },
    },
    oci_objectstorage_replication_policy: {
      dr: {
        namespace: NAMESPACE,
        bucket: "${oci_objectstorage_bucket.media.name}",
        name: "dr",
        destination_bucket_name: "${oci_objectstorage_bucket.copy.name}",
        destination_region_name: "us-ashburn-1",
      },
    },
    oci_objectstorage_object_lifecycle_policy: {
      media: {
        namespace: NAMESPACE,
        bucket: "${oci_objectstorage_bucket.media.name}",
        depends_on: ["oci_identity_policy.read"],
        rules: [{ name: "old", action: "DELETE", is_enabled: true, time_amount: "30", time_unit: "DAYS", target: "objects" }],
      },
    },
    oci_objectstorage_private_endpoint: {
      own: {
        ...IN,
        namespace: NAMESPACE,
        name: "own",
        prefix: "own",
        subnet_id: "${oci_core_subnet.app.id}",
        access_targets: [{ namespace: NAMESPACE, compartment_id: "${oci_identity_compartment.stores.id}", bucket: "media" }],
      },
    },
    oci_database_autonomous_database: {
      users: {
        ...IN,
        db_name: "users",
        secret_id: "${oci_vault_secret.admin.id}",
        subnet_id: "${oci_core_subnet.app.id}",
        private_endpoint_label: "users",
        kms_key_id: "${oci_kms_key.store.id}",
        vault_id: "${oci_kms_vault.main.id}",
        is_mtls_connection_required: true,
      },
    },
    oci_data_safe_target_database: {
      users: {
        ...IN,
        display_name: "users",
        database_details: [
          {
            database_type: "AUTONOMOUS_DATABASE",
            infrastructure_type: "ORACLE_CLOUD",
            autonomous_database_id: "${oci_database_autonomous_database.users.id}",
          },
        ],
      },
    },
    oci_logging_log_group: { audit: { ...IN, display_name: "audit" } },
    oci_logging_log: {
      reads: {
        display_name: "reads",
        log_group_id: "${oci_logging_log_group.audit.id}",
        log_type: "SERVICE",
        configuration: [
          {
            source: [
              {
                category: "read",
                resource: "${oci_objectstorage_bucket.media.name}",
                service: "objectstorage",
                source_type: "OCISERVICE",
              },
            ],
          },
        ],
      },
    },
    oci_ons_notification_topic: { alerts: { ...IN, name: "alerts" } },
    oci_ons_subscription: {
      team: { ...IN, topic_id: "${oci_ons_notification_topic.alerts.id}", protocol: "EMAIL", endpoint: "team@example.com" },
    },
    oci_events_rule: {
      published: {
        ...IN,
        display_name: "published",
        is_enabled: true,
        condition: '{"eventType":"com.oraclecloud.objectstorage.updatebucket"}',
        actions: [{ actions: [{ action_type: "ONS", is_enabled: true, topic_id: "${oci_ons_notification_topic.alerts.id}" }] }],
      },
    },
    oci_monitoring_alarm: {
      down: {
        ...IN,
        display_name: "down",
        destinations: ["${oci_ons_notification_topic.alerts.id}"],
        is_enabled: true,
        metric_compartment_id: "${oci_identity_compartment.stores.id}",
        namespace: "oci_objectstorage",
        query: "AllRequests[1m].count() > 1",
        severity: "CRITICAL",
      },
    },
    oci_sch_service_connector: {
      evidence: {
        ...IN,
        display_name: "evidence",
        source: [
          {
            kind: "logging",
            log_sources: [
              { compartment_id: "${oci_identity_compartment.stores.id}", log_group_id: "${oci_logging_log_group.audit.id}" },
            ],
          },
        ],
        target: [{ kind: "objectStorage", namespace: NAMESPACE, bucket: "${oci_objectstorage_bucket.media.name}" }],
      },
    },
    oci_artifacts_container_repository: { app: { ...IN, display_name: "app" } },
    oci_container_instances_container_instance: {
      app: {
        ...IN,
        availability_domain: "${data.oci_identity_availability_domains.ads.availability_domains[0].name}",
        shape: "CI.Standard.E4.Flex",
        shape_config: [{ ocpus: 1, memory_in_gbs: 2 }],
        containers: [{ image_url: "phx.ocir.io/${oci_artifacts_container_repository.app.namespace}/app:1" }],
        vnics: [{ subnet_id: "${oci_core_subnet.app.id}", nsg_ids: ["${oci_core_network_security_group.app.id}"] }],
      },
    },
    oci_load_balancer_load_balancer: {
      front: {
        ...IN,
        display_name: "front",
        shape: "flexible",
        subnet_ids: ["${oci_core_subnet.app.id}"],
        is_private: true,
        shape_details: [{ minimum_bandwidth_in_mbps: 10, maximum_bandwidth_in_mbps: 100 }],
      },
    },
    oci_load_balancer_backend_set: {
      app: {
        load_balancer_id: "${oci_load_balancer_load_balancer.front.id}",
        name: "app",
        policy: "ROUND_ROBIN",
        health_checker: [{ protocol: "HTTP", port: 8080, url_path: "/" }],
      },
    },
    oci_load_balancer_backend: {
      app: {
        load_balancer_id: "${oci_load_balancer_load_balancer.front.id}",
        backendset_name: "${oci_load_balancer_backend_set.app.name}",
        ip_address: "${oci_container_instances_container_instance.app.vnics[0].private_ip}",
        port: 8080,
      },
    },
    oci_waf_web_app_firewall_policy: { app: { ...IN, display_name: "app" } },
    oci_waf_web_app_firewall: {
      app: {
        ...IN,
        backend_type: "LOAD_BALANCER",
        load_balancer_id: "${oci_load_balancer_load_balancer.front.id}",
        web_app_firewall_policy_id: "${oci_waf_web_app_firewall_policy.app.id}",
      },
    },
    oci_dns_zone: { own: { ...IN, name: "example.com", zone_type: "PRIMARY" } },
    oci_dns_rrset: {
      www: {
        zone_name_or_id: "${oci_dns_zone.own.id}",
        domain: "www.example.com",
        rtype: "A",
        items: [
          {
            domain: "www.example.com",
            rtype: "A",
            ttl: 60,
            rdata: "${oci_load_balancer_load_balancer.front.ip_address_details[0].ip_address}",
          },
        ],
      },
    },
    oci_cloud_guard_target: {
      stores: {
        ...IN,
        display_name: "stores",
        target_resource_id: "${oci_identity_compartment.stores.id}",
        target_resource_type: "COMPARTMENT",
        target_detector_recipes: [
          {
            detector_recipe_id: "${data.oci_cloud_guard_detector_recipes.oracle.detector_recipe_collection[0].items[0].id}",
          },
        ],
      },
    },
  },
};
